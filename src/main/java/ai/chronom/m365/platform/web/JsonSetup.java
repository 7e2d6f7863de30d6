package ai.chronom.m365.platform.web;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How answers become JSON on every server: records by their components, values by their words. */
@Provider
public class JsonSetup implements ContextResolver<Jsonb> {
  private final Jsonb jsonb =
      JsonbBuilder.create(
          new JsonbConfig()
              .withPropertyVisibilityStrategy(new NoRecords())
              .withSerializers(
                  new RecordWriter(), new EnumWriter(), new AmountWriter(), new CurrencyWriter()));

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }

  /** Keeps JSON-B from looking for getters in records, which fails in records that are private. */
  private static final class NoRecords implements PropertyVisibilityStrategy {
    @Override
    public boolean isVisible(Field field) {
      return !field.getDeclaringClass().isRecord() && Modifier.isPublic(field.getModifiers());
    }

    @Override
    public boolean isVisible(Method method) {
      return !method.getDeclaringClass().isRecord() && Modifier.isPublic(method.getModifiers());
    }
  }

  /** JSON-B 3 looks for getters, which records do not have. Absent components are left out. */
  public static final class RecordWriter implements JsonbSerializer<Record> {
    @Override
    public void serialize(Record value, JsonGenerator json, SerializationContext context) {
      RecordComponent[] components = value.getClass().getRecordComponents();
      if (components.length == 1 && components[0].getName().equals("value")) {
        json.write(value.toString());
        return;
      }
      json.writeStartObject();
      for (RecordComponent component : components) {
        Object member = read(value, component);
        if (member instanceof Optional<?> perhaps) {
          member = perhaps.orElse(null);
        }
        if (member != null) {
          context.serialize(component.getName(), member, json);
        }
      }
      json.writeEnd();
    }
  }

  /** An enum's own {@code word()} if it has one, else its name in lower-kebab. */
  @SuppressWarnings("rawtypes")
  public static final class EnumWriter implements JsonbSerializer<Enum> {
    @Override
    public void serialize(Enum value, JsonGenerator json, SerializationContext context) {
      json.write(word(value));
    }
  }

  /** Amounts travel as text with at least two decimals, so that no reader rounds them. */
  public static final class AmountWriter implements JsonbSerializer<BigDecimal> {
    private static final int MIN_DECIMALS = 2;

    @Override
    public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
      BigDecimal shortest = value.stripTrailingZeros();
      json.write(shortest.setScale(Math.max(MIN_DECIMALS, shortest.scale())).toPlainString());
    }
  }

  /** The ISO 4217 code. */
  public static final class CurrencyWriter implements JsonbSerializer<Currency> {
    @Override
    public void serialize(Currency value, JsonGenerator json, SerializationContext context) {
      json.write(value.getCurrencyCode());
    }
  }

  static String word(Enum<?> value) {
    try {
      Method word = value.getDeclaringClass().getDeclaredMethod("word");
      word.setAccessible(true);
      return String.valueOf(word.invoke(value));
    } catch (NoSuchMethodException e) {
      return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(value.getDeclaringClass() + " has no readable word()", e);
    }
  }

  private static @Nullable Object read(Record value, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " of " + value.getClass() + " is unreadable", e);
    }
  }
}

package ai.chronom.m365.platform.web;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;

/**
 * Reads a record out of a JSON body. Unlike JSON-B it names the member that is wrong, refuses a
 * member that comes twice, and never repeats what was sent, which could be a secret.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonBodyReader implements MessageBodyReader<Record> {
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord();
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    return new RecordReader().read(object(body), type);
  }

  private static JsonObject object(InputStream body) {
    try (JsonReader reader = READERS.createReader(body)) {
      JsonValue value = reader.readValue();
      if (value instanceof JsonObject object) {
        return object;
      }
      throw unreadable("A JSON object is expected, " + value.getValueType() + " came.");
    } catch (JsonException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      // The parser's words are left out: they repeat what was sent.
      throw unreadable(
          "The body is not JSON in UTF-8, ends too early, or has a member that comes twice.");
    }
  }

  private static Problem unreadable(String detail) {
    return new Problem(ProblemKind.BODY_UNREADABLE, detail);
  }
}

package ai.chronom.m365.platform.web;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;

/**
 * Reads a record out of a JSON body. Unlike JSON-B it names the member that is wrong, refuses a
 * member that comes twice, and never repeats what was sent, which could be a secret. {@link
 * BodyLimit} bounds the body.
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
      InputStream body)
      throws IOException {
    return new RecordReader().read(object(body.readAllBytes()), type);
  }

  private static JsonObject object(byte[] body) {
    try {
      requireOneValue(body);
      try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body))) {
        if (reader.readValue() instanceof JsonObject object) {
          return object;
        }
      }
    } catch (RuntimeException e) {
      // Too deep nesting is a bare RuntimeException (Parsson 1.1). The parser's words are left out:
      // they repeat what was sent.
      throw unreadable(
          "The body is not JSON in UTF-8, ends too early, or has a member that comes twice.");
    }
    throw unreadable("A JSON object is expected, another JSON value came.");
  }

  /** A reader is content with the first value and ignores the rest. */
  private static void requireOneValue(byte[] body) {
    try (JsonParser parser = Json.createParser(new ByteArrayInputStream(body))) {
      while (parser.hasNext()) {
        parser.next();
      }
    }
  }

  private static Problem unreadable(String detail) {
    return new Problem(ProblemKind.BODY_UNREADABLE, detail);
  }
}

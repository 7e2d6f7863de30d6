package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.ProblemDocument;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What the build adds to the description of REST: problems everywhere, enums as they travel. */
public class RestDescription implements OASFilter {
  private static final String PROBLEM = "Problem";

  @Override
  public Operation filterOperation(Operation operation) {
    if (operation.getResponses() != null && !operation.getResponses().hasAPIResponse("default")) {
      operation
          .getResponses()
          .addAPIResponse("default", OASFactory.createAPIResponse().ref(PROBLEM));
    }
    return operation;
  }

  @Override
  public Schema filterSchema(Schema schema) {
    if (schema.getEnumeration() != null) {
      schema.setEnumeration(schema.getEnumeration().stream().map(RestDescription::word).toList());
    }
    return schema;
  }

  @Override
  public void filterOpenAPI(OpenAPI description) {
    description.getComponents().addSchema(PROBLEM, problem()).addResponse(PROBLEM, refusal());
  }

  /** Like {@code JsonSetup}, whose enums' own words are all the names in lower-kebab. */
  private static Object word(Object value) {
    return value.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static APIResponse refusal() {
    return OASFactory.createAPIResponse()
        .description("What went wrong, RFC 9457")
        .content(
            OASFactory.createContent()
                .addMediaType(
                    ProblemDocument.MEDIA_TYPE,
                    OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM))));
  }

  private static Schema problem() {
    return object()
        .required(List.of("type", "title", "status", "detail", "instance"))
        .addProperty("type", text().format("uri"))
        .addProperty("title", text())
        .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
        .addProperty("detail", text())
        .addProperty("instance", text())
        .addProperty("incidentId", text().format("uuid"))
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(object().addProperty("field", text()).addProperty("message", text())));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }
}

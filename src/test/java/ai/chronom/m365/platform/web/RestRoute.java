package ai.chronom.m365.platform.web;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One REST method as the classes declare it.
 *
 * @param path with {@code {…}} for parameters
 * @param consumes the media type of its body
 * @param roles who may call it
 */
public record RestRoute(String method, String path, String consumes, Set<String> roles) {
  static final String BASE = "/api/v1";

  /** A parameter with what it must look like, which descriptions of REST leave out. */
  private static final Pattern PATTERN = Pattern.compile("\\{(\\w+):[^}]*}");

  private static final String NOBODYS_ID = "00000000-0000-4000-8000-00000000dead";

  /** All of the house. */
  public static List<RestRoute> all() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ai.chronom.m365")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .flatMap(type -> of(type.reflect()))
            .toList();
  }

  private static Stream<RestRoute> of(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .flatMap(
            method ->
                Arrays.stream(method.getAnnotations())
                    .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(
                        verb ->
                            new RestRoute(
                                verb.value(),
                                path(resource, method),
                                consumes(method),
                                roles(method))));
  }

  private static String path(Class<?> resource, Method method) {
    Path own = method.getAnnotation(Path.class);
    String path =
        resource.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
    return BASE
        + PATTERN.matcher("/" + path).replaceAll("{$1}").replaceAll("/+", "/").replaceAll("/$", "");
  }

  private static String consumes(Method method) {
    Consumes said = method.getAnnotation(Consumes.class);
    Consumes ofAll = method.getDeclaringClass().getAnnotation(Consumes.class);
    Consumes consumes = said == null ? ofAll : said;
    return consumes == null ? MediaType.APPLICATION_JSON : consumes.value()[0];
  }

  private static Set<String> roles(Method method) {
    RolesAllowed said = method.getAnnotation(RolesAllowed.class);
    RolesAllowed ofAll = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
    return Set.of((said == null ? ofAll : said).value());
  }

  /** An address that matches, with ids that do not exist. */
  String address() {
    return addressFor(NOBODYS_ID);
  }

  /** The address for that tenant; other ids in it do not exist. */
  public String addressFor(String tenantId) {
    return path.replace("{tenantId}", tenantId)
        .replace("{name}.{format}", "findings.csv")
        .replaceAll("\\{[^}]*}", NOBODYS_ID);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}

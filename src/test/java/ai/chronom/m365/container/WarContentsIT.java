package ai.chronom.m365.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the WAR file carries, and what it leaves to the server. */
class WarContentsIT {
  private static final String LIBRARIES = "WEB-INF/lib/";

  private final List<String> entries = entries();

  @Test
  void carriesTheMicrosoftLibraries() {
    assertThat(libraries())
        .anyMatch(jar -> jar.matches("microsoft-graph-\\d.*\\.jar"))
        .anyMatch(jar -> jar.matches("msal4j-\\d.*\\.jar"));
  }

  @Test
  void leavesPersistenceAndTheApisToTheServer() {
    assertThat(libraries())
        .noneMatch(
            jar -> jar.startsWith("eclipselink") || jar.startsWith("org.eclipse.persistence"))
        .noneMatch(jar -> jar.startsWith("jakarta.") || jar.startsWith("javax."))
        .noneMatch(jar -> jar.startsWith("microprofile-"));
  }

  @Test
  void carriesNoDatabaseDriver() {
    assertThat(libraries())
        .noneMatch(jar -> jar.startsWith("h2-") || jar.startsWith("postgresql-"));
  }

  @Test
  void carriesNothingOfTheTests() {
    assertThat(entries)
        .noneMatch(entry -> entry.startsWith("WEB-INF/classes/ai/chronom/m365/sandbox/"))
        .noneMatch(entry -> entry.startsWith("WEB-INF/classes/ai/chronom/m365/embedded/"))
        .noneMatch(entry -> entry.endsWith("Test.class") || entry.endsWith("IT.class"));
    assertThat(libraries()).noneMatch(jar -> jar.startsWith("junit") || jar.startsWith("assertj"));
  }

  /**
   * The mark by which Payara leaves out a jar when scanning holds the jar's version; docs/adr/004.
   */
  @Test
  void marksTheGraphSdkOfItsOwnVersionAsNotToBeScanned() {
    List<String> marked =
        entries.stream().filter(entry -> entry.startsWith("WEB-INF__lib__")).toList();
    List<String> sdk =
        libraries().stream().filter(jar -> jar.matches("microsoft-graph-\\d.*")).toList();
    assertThat(marked)
        .isEqualTo(
            sdk.stream().map(jar -> "WEB-INF__lib__" + jar.replace(".jar", "_jar")).toList());
  }

  /** Each jar is asked for by the build itself, or listed with who brings it and why. */
  @Test
  void documentTellsWhyEachJarIsThere() throws IOException {
    Set<String> asked = found(Pattern.compile("<artifactId>([^<]+)<"), Path.of("pom.xml"));
    Set<String> listed = found(Pattern.compile("`([\\w-]+)`"), Path.of("docs/dependencies.md"));
    assertThat(libraries()).hasSizeGreaterThan(20);
    assertThat(libraries().stream().map(WarContentsIT::artifact))
        .allMatch(artifact -> asked.contains(artifact) || listed.contains(artifact));
  }

  private static Set<String> found(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map(hit -> hit.group(1))
        .collect(Collectors.toSet());
  }

  private static String artifact(String jar) {
    return jar.replaceFirst("-\\d[^-]*(-\\w+)?\\.jar$", "");
  }

  private List<String> libraries() {
    return entries.stream()
        .filter(entry -> entry.startsWith(LIBRARIES) && entry.endsWith(".jar"))
        .map(entry -> entry.substring(LIBRARIES.length()))
        .toList();
  }

  private static List<String> entries() {
    try (JarFile war = new JarFile("target/chronom-m365.war")) {
      return war.stream().map(JarEntry::getName).toList();
    } catch (IOException e) {
      throw new IllegalStateException("Build the WAR first: mvn package", e);
    }
  }
}

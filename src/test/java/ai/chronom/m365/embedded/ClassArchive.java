package ai.chronom.m365.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * The server's classes as the JDK keeps them between runs (application class data sharing): the
 * first run writes them when it ends, later ones start with a third less work.
 */
final class ClassArchive {
  private ClassArchive() {}

  /** Options of the JVM that has these jars as its class path. */
  static List<String> options(Path archive, List<String> jars) {
    // The JVM would tell of each of a thousand classes that it cannot keep.
    return List.of("-Xlog:disable", "-Xlog:all=error:stderr", use(archive, jars));
  }

  /** A run that failed early has written too few of them. */
  static void forget(Path archive) {
    try {
      Files.deleteIfExists(archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String use(Path archive, List<String> jars) {
    try {
      if (Files.exists(archive) && isNewerThan(jars, Files.getLastModifiedTime(archive))) {
        return "-XX:SharedArchiveFile=" + archive;
      }
      Files.deleteIfExists(archive);
      return "-XX:ArchiveClassesAtExit=" + archive;
    } catch (IOException e) {
      // Without it the start only takes longer.
      return "-Xshare:auto";
    }
  }

  private static boolean isNewerThan(List<String> jars, FileTime written) throws IOException {
    for (String jar : jars) {
      if (Files.getLastModifiedTime(Path.of(jar)).compareTo(written) > 0) {
        return false;
      }
    }
    return true;
  }
}

package ai.chronom.m365.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The database that the server's default pool opens. */
record Database(String url, String user, String password) {

  static Database of(Settings settings, DataDirectory data) {
    String password = settings.file("chronom.db.password-file").map(Database::firstLine).orElse("");
    return new Database(
        settings.databaseUrl().orElse(data.h2Url()),
        settings.databaseUser().orElse("sa"),
        password);
  }

  /** A wrong host or password shows here in a second, not after the server's start. */
  void prove() {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      connection.getMetaData().getDatabaseProductName();
    } catch (SQLException e) {
      throw new CannotStart(
          "The database "
              + url
              + " cannot be opened: "
              + e.getMessage().lines().findFirst().orElse("")
              + ".");
    }
  }

  Map<String, String> poolProperties() {
    return Map.of(
        "embedded.db.driver",
        url.startsWith("jdbc:h2:") ? "org.h2.Driver" : "org.postgresql.Driver",
        "embedded.db.url",
        url,
        "embedded.db.user",
        user,
        "embedded.db.password",
        password);
  }

  private static String firstLine(java.nio.file.Path file) {
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new CannotStart("The file " + file + " cannot be read.");
    }
  }
}

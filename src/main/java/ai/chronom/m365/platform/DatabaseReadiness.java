package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Readiness;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The database answers. Migrations ran when this is asked: without them nothing starts. */
@ApplicationScoped
public class DatabaseReadiness implements Readiness {
  private static final int PATIENCE_SECONDS = 2;

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Override
  public Optional<String> obstacle() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS)
          ? Optional.empty()
          : Optional.of("the database does not answer");
    } catch (SQLException e) {
      return Optional.of("the database gives no connection");
    }
  }
}

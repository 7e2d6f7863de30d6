package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Diagnosis;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Which database it is, and which migrations ran when. */
@ApplicationScoped
public class DatabaseDiagnosis implements Diagnosis {
  private static final String MIGRATIONS =
      "select \"installed_on\", \"version\", \"description\", \"success\", \"checksum\""
          + " from \"flyway_schema_history\" order by \"installed_rank\"";

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource database;

  @Override
  public String name() {
    return "database.txt";
  }

  @Override
  public String text() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(MIGRATIONS)) {
      DatabaseMetaData facts = connection.getMetaData();
      StringBuilder text = new StringBuilder();
      text.append(facts.getDatabaseProductName())
          .append(' ')
          .append(facts.getDatabaseProductVersion())
          .append(", driver ")
          .append(facts.getDriverVersion())
          .append("\n\n");
      while (rows.next()) {
        for (int column = 1; column <= 5; column++) {
          text.append(rows.getString(column)).append(column < 5 ? " " : "\n");
        }
      }
      return text.toString();
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not tell, state " + e.getSQLState(), e);
    }
  }
}

package ai.chronom.m365.vault;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The vault's work in the server's transactions. */
@ApplicationScoped
public class VaultTransactions implements VaultWork {
  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public <T> T alone(Sql.Work<T> work) {
    return run(work);
  }

  @Override
  @Transactional(Transactional.TxType.REQUIRED)
  public <T> T joined(Sql.Work<T> work) {
    return run(work);
  }

  private <T> T run(Sql.Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw new Sql.Failed(e);
    }
  }
}

package ai.chronom.m365.audit;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** Begins the chain, once in the life of a database; the first node that writes does it. */
@Stateless
public class ChainBeginning {
  private static final System.Logger LOG = System.getLogger(ChainBeginning.class.getName());

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Inject ChainSeal seal;
  @Inject Clock clock;

  /** In a transaction of its own: on return there is a chain. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void ensure() {
    try (Connection connection = dataSource.getConnection()) {
      ChainTable table = new ChainTable(connection);
      if (table.lockHead().position() > 0) {
        return;
      }
      seal.begin();
      try (ChainKey key = seal.open()) {
        new Chain(table, key).begin(clock.instant());
      }
      LOG.log(System.Logger.Level.INFO, "The chain of audit events begins");
    } catch (SQLException e) {
      throw new AuditBroken(e);
    }
  }
}

package ai.chronom.m365.audit;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** Whether the trail still is what we wrote. */
@Stateless
public class AuditChain {
  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Inject ChainSeal seal;
  @Inject Clock clock;

  /**
   * Reads the whole chain; no transaction, since a million events take a while.
   *
   * @param seenBefore heads that somebody kept; each must still be in the chain
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public ChainReport check(List<ChainHead> seenBefore) {
    try (ChainKey key = seal.open();
        Connection connection = dataSource.getConnection()) {
      return new ChainCheck(new Read(new ChainTable(connection)), key, seenBefore)
          .run(clock.instant());
    } catch (SQLException e) {
      throw new AuditBroken(e);
    }
  }

  /** The table itself, read piece by piece. */
  record Read(ChainTable table) implements ChainSource {
    @Override
    public ChainEnds ends() {
      try {
        return table.ends();
      } catch (SQLException e) {
        throw new AuditBroken(e);
      }
    }

    @Override
    public List<ChainRow> after(long position, int limit) {
      try {
        return table.after(position, limit);
      } catch (SQLException e) {
        throw new AuditBroken(e);
      }
    }
  }
}

package ai.chronom.m365.audit;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Appends to the chain inside the caller's transaction. An EJB of its own, because a transaction
 * that completes belongs to no running method any more: a server then may hand out connections
 * outside of it, on which no lock lasts. Within this method it knows where they belong.
 */
@Stateless
public class ChainWriter {
  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  /** Throws {@link AuditBroken}. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void append(List<AuditLine> lines, ChainKey key) {
    try (Connection connection = dataSource.getConnection()) {
      new Chain(new ChainTable(connection), key).append(lines);
    } catch (SQLException e) {
      throw new AuditBroken(e);
    }
  }
}

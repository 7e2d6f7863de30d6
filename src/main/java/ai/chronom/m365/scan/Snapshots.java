package ai.chronom.m365.scan;

import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** The snapshots that completed scans left, complete or with gaps. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Snapshots {
  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  /** The tenant's newest; empty before its first scan completed. */
  public Optional<Snapshot> latest(TenantId tenantId) {
    return new SnapshotReader(dataSource, executor).latest(tenantId);
  }

  /** Some accounts of that scan's snapshot, licensed or not. */
  public AccountPage accounts(long scanId, AccountQuery query) {
    return Sql.call(dataSource, connection -> new AccountRows(connection, scanId).page(query));
  }

  /** Ids of some accounts that hold an administrator's role, and of which no mailbox is known. */
  public List<String> holdersWithoutMailbox(long scanId, String roleTemplateId, int most) {
    return Sql.call(
        dataSource,
        connection ->
            Sql.list(
                connection,
                "select r.user_id from snapshot_role_member r where r.scan_id = ?"
                    + " and r.template_id = ? and not exists (select 1 from snapshot_mailbox m"
                    + " where m.scan_id = r.scan_id and m.user_id = r.user_id)"
                    + " order by r.user_id limit ?",
                values -> values.number(scanId).text(roleTemplateId).number(most),
                row -> row.getString(1)));
  }

  /**
   * Ids of other enabled, licensed accounts that may be the same person's: with the same employee
   * id, or the same given name and surname. Twenty at most; none for who has neither.
   */
  public List<String> namesakes(long scanId, ScannedUser of) {
    return Sql.call(dataSource, connection -> new AccountRows(connection, scanId).namesakes(of));
  }

  /** Of the tenant's newest snapshot; empty before its first scan completed. */
  public OptionalLong latestId(TenantId tenantId) {
    return new SnapshotReader(dataSource, executor).latestId(tenantId);
  }

  /** Empty when there is no such scan, it left no snapshot, or its rows were removed by age. */
  public Optional<Snapshot> of(long scanId) {
    return new SnapshotReader(dataSource, executor).of(scanId);
  }
}

package ai.chronom.m365.findings;

import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;

/** What the rules made of each tenant's scans. */
@Stateless
public class Evaluations {
  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource database;

  @Inject RuleBook rules;

  /** Of the newest scan that was evaluated; empty when none was. */
  public Optional<Evaluation> latest(TenantId tenantId) {
    return Sql.call(database, connection -> new EvaluationRows(connection, rules).latest(tenantId));
  }
}

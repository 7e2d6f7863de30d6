package ai.chronom.m365.vault;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.platform.web.AuthenticatorApp;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Several callers who know somebody's code, at the same moment. */
@ApplicationScoped
public class CodeCallers {
  @Inject SecondFactors factors;
  @Inject VaultTransactions work;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  /** How many of them get in. */
  long letIn(int callers) {
    String name = "caller." + UUID.randomUUID();
    account(
        "insert into account (name, password_hash, role, disabled, created_at, version)"
            + " values (?, 'none', 'viewer', false, current_timestamp, 0)",
        name);
    try {
      AuthenticatorApp app = new AuthenticatorApp(factors.begin(name).typed());
      factors.confirm(name, app.code(), new Actor(name));
      return together(callers, name, app.code());
    } finally {
      factors.turnOff(name, AuditAction.SECOND_FACTOR_RESET, new Actor(name));
      account("delete from account where name = ?", name);
    }
  }

  private long together(int callers, String name, String code) {
    List<CompletableFuture<Boolean>> all =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> factors.use(name, code), executor))
            .limit(callers)
            .toList();
    return all.stream().filter(CompletableFuture::join).count();
  }

  private void account(String statement, String name) {
    work.alone(connection -> Sql.update(connection, statement, name));
  }
}

package ai.chronom.m365.scan;

import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.Jobs;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import javax.sql.DataSource;

/** Fenced work in the server's transactions: the job's row stays locked until the commit. */
@ApplicationScoped
public class FencedTransactions implements FencedWork {
  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Inject Jobs jobs;

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public <T> T write(Claim claim, Sql.Work<T> work) {
    jobs.renew(claim);
    return Sql.call(dataSource, work);
  }
}

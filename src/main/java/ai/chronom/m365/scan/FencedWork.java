package ai.chronom.m365.scan;

import ai.chronom.m365.job.Claim;

/**
 * Writes to the database as the owner of a job, each time in one short transaction: the server's
 * transactions, or plain JDBC where there is no server.
 */
interface FencedWork {
  /**
   * Commits what the work wrote only while the claim holds, and prolongs its lease.
   *
   * <p>Throws {@link ai.chronom.m365.job.LeaseLost}; then nothing is written.
   */
  <T> T write(Claim claim, Sql.Work<T> work);
}

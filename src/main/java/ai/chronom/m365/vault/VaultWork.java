package ai.chronom.m365.vault;

/** Runs what the vault does with its tables inside a transaction, and rolls it back on a throw. */
interface VaultWork {
  /** In a transaction of its own, committed on return. */
  <T> T alone(Sql.Work<T> work);

  /** In the caller's transaction; in one of its own when the caller has none. */
  <T> T joined(Sql.Work<T> work);
}

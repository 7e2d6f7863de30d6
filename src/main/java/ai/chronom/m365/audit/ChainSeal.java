package ai.chronom.m365.audit;

import ai.chronom.m365.problem.Problem;

/** Where the audit chain gets its key from: a later room keeps it, sealed. */
public interface ChainSeal {
  /**
   * Makes and keeps the key of a chain that begins; joins the transaction. Throws a {@link Problem}
   * of kind vault-unavailable.
   */
  void begin();

  /**
   * For a few links; the caller closes it. Joins the transaction, if any. Throws a {@link Problem}
   * of kind vault-unavailable, also when the key is gone.
   */
  ChainKey open();
}

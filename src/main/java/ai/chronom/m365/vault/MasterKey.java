package ai.chronom.m365.vault;

/**
 * Finds the master key set, or says in one sentence why it cannot be used.
 *
 * @param mayCreate whether a missing file is made; never for a database that had a key set before
 */
record MasterKey(KeyHolder holder, boolean mayCreate) {
  /** Nothing is written unless the key set belongs to this database. Throws {@link KeyUnusable}. */
  SecretSealer load(VaultWork work) {
    if (holder.isAbsent()) {
      create(work);
    }
    KeySet keys = holder.read();
    holder.told(
        () ->
            work.alone(
                connection -> {
                  new KeyLedger(connection).admit(keys);
                  return keys;
                }));
    return new SecretSealer(keys);
  }

  private void create(VaultWork work) {
    if (work.alone(connection -> new KeyLedger(connection).isFresh())) {
      if (mayCreate) {
        holder.create(KeySet.fresh());
      }
      return;
    }
    String needed = KeyLedger.listed(work.alone(connection -> new KeyLedger(connection).needed()));
    throw holder
        .file()
        .refused(
            "does not exist, but this database needs the keys ["
                + needed
                + "]: put it back from your backup.");
  }
}

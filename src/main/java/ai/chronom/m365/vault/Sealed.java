package ai.chronom.m365.vault;

/**
 * A sealed value with all that it is bound to: what a row of a {@link SealedTable} keeps.
 *
 * @param context what the row claims; only the right key can tell whether it is true
 */
@SuppressWarnings("ArrayRecordComponent")
record Sealed(SealContext context, byte[] bytes) {
  @Override
  public String toString() {
    return "Sealed[" + context + "]";
  }
}

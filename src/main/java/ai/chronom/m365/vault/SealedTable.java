package ai.chronom.m365.vault;

/**
 * Every table that keeps sealed values, so that a rotation of the master key reaches them all; a
 * test compares this list with the schema. Such a table has the columns {@code version}, {@code
 * key_id}, {@code format} and {@code sealed}, and its name is the entity of the {@link
 * SealContext}.
 */
enum SealedTable {
  SEALED_SECRET("sealed_secret", "tenant_id", SealedTable.OF_KIND),
  RETIRED_SECRET("retired_secret", "id", SealedTable.OF_KIND),
  PENDING_CERTIFICATE("pending_certificate", "id", "'certificate_key'"),
  AUDIT_CHAIN_KEY("audit_chain_key", "name", "'sealed'");

  /** A secret never opens as a certificate's key, nor the other way round. */
  private static final String OF_KIND =
      "case kind when 'CERTIFICATE' then 'certificate_key' else 'sealed' end";

  private final String table;
  private final String owner;
  private final String column;

  /**
   * @param owner the primary key, a text: the context's owner
   * @param column SQL for the context's column, a literal or an expression over the row
   */
  SealedTable(String table, String owner, String column) {
    this.table = table;
    this.owner = owner;
    this.column = column;
  }

  /** The table's name, which is the context's entity. */
  String table() {
    return table;
  }

  String owner() {
    return owner;
  }

  String column() {
    return column;
  }
}

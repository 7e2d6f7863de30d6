package ai.chronom.m365.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a sealed value is bound to: it opens only for this owner, in this column of this entity, in
 * this version, with this key and in this format (ADR 010).
 *
 * @param owner id of whom the value belongs to, such as a tenant's
 * @param entity the table that keeps it, see {@link SealedTable}
 * @param column what the value is in that table
 * @param version the value's own, from 1; re-sealing leaves it as it is
 * @param keyId of the key in the master key set; unsigned 32 bits
 */
record SealContext(
    String owner, String entity, String column, long version, long keyId, short format) {
  /** The same value in the same place, under another key. */
  SealContext under(long newKeyId) {
    return new SealContext(owner, entity, column, version, newKeyId, format);
  }

  /** Each part with its length before it, so that no two contexts look the same. */
  byte[] associatedData() {
    List<byte[]> parts =
        List.of(
            ByteBuffer.allocate(Short.BYTES).putShort(format).array(),
            owner.getBytes(StandardCharsets.UTF_8),
            entity.getBytes(StandardCharsets.UTF_8),
            column.getBytes(StandardCharsets.UTF_8),
            ByteBuffer.allocate(Long.BYTES).putLong(version).array(),
            ByteBuffer.allocate(Long.BYTES).putLong(keyId).array());
    int bytes = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    ByteBuffer data = ByteBuffer.allocate(bytes);
    parts.forEach(part -> data.putInt(part.length).put(part));
    return data.array();
  }
}

package ai.chronom.m365.vault;

import ai.chronom.m365.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a sealed value is bound to: it opens only for this tenant, this column, this version of the
 * secret, this key and this format (ADR 010).
 *
 * @param version the secret's own, from 1
 * @param keyId of the key in the master key set; unsigned 32 bits
 */
record SealContext(TenantId tenantId, long version, long keyId, short format) {
  private static final String ENTITY = "sealed_secret";
  private static final String COLUMN = "sealed";

  /** Each part with its length before it, so that no two contexts look the same. */
  byte[] associatedData() {
    List<byte[]> parts =
        List.of(
            ByteBuffer.allocate(Short.BYTES).putShort(format).array(),
            tenantId.toString().getBytes(StandardCharsets.UTF_8),
            ENTITY.getBytes(StandardCharsets.UTF_8),
            COLUMN.getBytes(StandardCharsets.UTF_8),
            ByteBuffer.allocate(Long.BYTES).putLong(version).array(),
            ByteBuffer.allocate(Long.BYTES).putLong(keyId).array());
    int bytes = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    ByteBuffer data = ByteBuffer.allocate(bytes);
    parts.forEach(part -> data.putInt(part.length).put(part));
    return data.array();
  }
}

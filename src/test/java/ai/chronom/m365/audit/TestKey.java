package ai.chronom.m365.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A chain's key that everybody may know. */
final class TestKey implements ChainKey {
  private final Mac mac;

  TestKey(String key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String link(byte[] content) {
    return HexFormat.of().formatHex(mac.doFinal(content));
  }

  @Override
  public void close() {}
}

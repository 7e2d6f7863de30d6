package ai.chronom.m365.vault;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * An AES key of a keystore or a token that wraps the key set, by AES-GCM. The key itself may never
 * leave its token. A ciphertext is a nonce of 12 bytes followed by what GCM makes.
 */
final class WrappingKey implements Aead {
  private static final String AES_GCM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final Provider provider;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param provider of the cipher: the one that the key belongs to
   */
  WrappingKey(SecretKey key, Provider provider) {
    this.key = key;
    this.provider = provider;
  }

  @Override
  public byte[] encrypt(byte[] clear, byte[] associatedData) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, associatedData).doFinal(clear);
    return ByteBuffer.allocate(NONCE_BYTES + ciphertext.length).put(nonce).put(ciphertext).array();
  }

  @Override
  public byte[] decrypt(byte[] wrapped, byte[] associatedData) throws GeneralSecurityException {
    if (wrapped.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new GeneralSecurityException("a nonce and a tag expected");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    ByteBuffer.wrap(wrapped).get(nonce);
    return cipher(Cipher.DECRYPT_MODE, nonce, associatedData)
        .doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] associatedData)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(AES_GCM, provider);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(associatedData);
    return cipher;
  }
}

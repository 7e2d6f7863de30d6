package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * NIST's and Wycheproof's vectors of AES-GCM: where key, nonce and tag have our sizes through our
 * own sealer, all through the provider.
 */
class OfficialVectorsTest {
  private static final int KEY_ID = 0x01020304;
  private static final int OUR_KEY_BYTES = 32;
  private static final int OUR_NONCE_BYTES = 12;

  @ParameterizedTest
  @CsvSource({"nist-gcm-decrypt.csv,1125,577", "wycheproof-gcm.csv,256,87"})
  void areAllThere(String file, int all, int failing) {
    assertThat(read(file)).hasSize(all);
    assertThat(read(file).stream().filter(Vector::fails)).hasSize(failing);
  }

  @ParameterizedTest
  @CsvSource({"nist-gcm-decrypt.csv,375", "wycheproof-gcm.csv,48"})
  void openThroughOurSealerOrAreRefused(String file, int count) throws GeneralSecurityException {
    List<Vector> ours = read(file).stream().filter(Vector::isOfOurSizes).toList();
    assertThat(ours).hasSize(count);
    for (Vector vector : ours) {
      SecretSealer sealer = sealer(vector.key);
      byte[] sealed = vector.asSealed();
      if (vector.fails()) {
        assertThatThrownBy(() -> sealer.open(sealed, KEY_ID, vector.associatedData))
            .isInstanceOf(SealBroken.class);
      } else {
        assertThat(sealer.open(sealed, KEY_ID, vector.associatedData)).isEqualTo(vector.clear);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nist-gcm-decrypt.csv", "wycheproof-gcm.csv"})
  void openThroughTheProviderOrAreRefused(String file) throws GeneralSecurityException {
    for (Vector vector : read(file)) {
      if (vector.fails()) {
        // An empty nonce is refused before the tag is looked at.
        assertThatThrownBy(() -> opened(vector))
            .isInstanceOf(
                vector.nonce.length == 0
                    ? InvalidAlgorithmParameterException.class
                    : AEADBadTagException.class);
      } else {
        assertThat(opened(vector)).isEqualTo(vector.clear);
      }
    }
  }

  private static byte[] opened(Vector vector) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(vector.key, "AES"),
        new GCMParameterSpec(128, vector.nonce));
    cipher.updateAAD(vector.associatedData);
    return cipher.doFinal(vector.ciphertextAndTag());
  }

  private static SecretSealer sealer(byte[] key) throws GeneralSecurityException {
    KeySet.fresh();
    AesGcmKey imported =
        AesGcmKey.builder()
            .setParameters(PredefinedAeadParameters.AES256_GCM)
            .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
            .setIdRequirement(KEY_ID)
            .build();
    KeysetHandle handle =
        KeysetHandle.newBuilder()
            .addEntry(KeysetHandle.importKey(imported).withFixedId(KEY_ID).makePrimary())
            .build();
    return new SecretSealer(
        KeySet.ofClear(
            TinkJsonProtoKeysetFormat.serializeKeyset(
                handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())));
  }

  private static List<Vector> read(String file) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                OfficialVectorsTest.class.getResourceAsStream(file), StandardCharsets.US_ASCII))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(Vector::of).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * @param clear null when it must not open
   */
  private record Vector(
      byte[] key,
      byte[] nonce,
      byte[] associatedData,
      byte[] ciphertext,
      byte[] tag,
      byte[] clear) {
    static Vector of(String line) {
      String[] parts = line.split(",", -1);
      return new Vector(
          hex(parts[0]),
          hex(parts[1]),
          hex(parts[2]),
          hex(parts[3]),
          hex(parts[4]),
          parts[5].equals("FAIL") ? null : hex(parts[5]));
    }

    private static byte[] hex(String text) {
      return HexFormat.of().parseHex(text);
    }

    boolean isOfOurSizes() {
      return key.length == OUR_KEY_BYTES && nonce.length == OUR_NONCE_BYTES;
    }

    boolean fails() {
      return clear == null;
    }

    byte[] ciphertextAndTag() {
      return ByteBuffer.allocate(ciphertext.length + tag.length).put(ciphertext).put(tag).array();
    }

    /** Our byte of format, Tink's prefix with the key's id, the nonce, and what GCM made. */
    byte[] asSealed() {
      byte[] rest = ciphertextAndTag();
      return ByteBuffer.allocate(1 + 1 + Integer.BYTES + nonce.length + rest.length)
          .put((byte) SecretSealer.FORMAT)
          .put((byte) 1)
          .putInt(KEY_ID)
          .put(nonce)
          .put(rest)
          .array();
    }
  }
}

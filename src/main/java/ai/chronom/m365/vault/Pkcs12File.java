package ai.chronom.m365.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS#12 file as somebody uploaded it, with the password they typed. Both are overwritten on
 * {@link #close}; neither is kept.
 */
public final class Pkcs12File implements AutoCloseable {
  public static final int BYTES_MAX = 32 * 1024;
  public static final int BITS_MIN = 2048;
  public static final int BITS_MAX = 8192;
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final byte[] PEM = "-----BEGIN".getBytes(StandardCharsets.US_ASCII);

  private final byte[] content;
  private final char[] password;

  private Pkcs12File(byte[] content, char[] password) {
    this.content = content;
    this.password = password;
  }

  /**
   * Takes the bytes over; the caller keeps no copy.
   *
   * @param password null for an empty one
   */
  public static Pkcs12File of(byte[] content, @Nullable String password) {
    return new Pkcs12File(content, password == null ? new char[0] : password.toCharArray());
  }

  /** What came of it: a key, or the trouble with it. */
  public sealed interface Reading {
    /** The caller closes the key. */
    record Usable(CertificateKey key) implements Reading {}

    record Useless(Pkcs12Trouble trouble) implements Reading {}
  }

  /** Says what is wrong, and nothing of what is inside. */
  public Reading read(Instant now) {
    if (content.length == 0) {
      return new Reading.Useless(Pkcs12Trouble.EMPTY);
    }
    if (content.length > BYTES_MAX) {
      return new Reading.Useless(Pkcs12Trouble.TOO_LARGE);
    }
    if (content.length > PEM.length && Arrays.equals(content, 0, PEM.length, PEM, 0, PEM.length)) {
      return new Reading.Useless(Pkcs12Trouble.PEM);
    }
    try {
      return judge(store(), now);
    } catch (IOException e) {
      boolean locked = e.getCause() instanceof UnrecoverableKeyException;
      return new Reading.Useless(locked ? Pkcs12Trouble.WRONG_PASSWORD : Pkcs12Trouble.NOT_PKCS12);
    } catch (UnrecoverableKeyException e) {
      return new Reading.Useless(Pkcs12Trouble.WRONG_PASSWORD);
    } catch (GeneralSecurityException | RuntimeException e) {
      // Parsers of hostile files throw what they like; messages could quote what they parsed.
      return new Reading.Useless(Pkcs12Trouble.NOT_PKCS12);
    }
  }

  private KeyStore store() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(content), password);
    return store;
  }

  private Reading judge(KeyStore store, Instant now) throws GeneralSecurityException {
    List<String> keys = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        keys.add(alias);
      }
    }
    if (keys.size() != 1) {
      return new Reading.Useless(
          keys.isEmpty() ? Pkcs12Trouble.NO_KEY : Pkcs12Trouble.SEVERAL_KEYS);
    }
    Key key = store.getKey(keys.get(0), password);
    if (!(store.getCertificate(keys.get(0)) instanceof X509Certificate certificate)) {
      return new Reading.Useless(Pkcs12Trouble.NO_KEY);
    }
    @Nullable Pkcs12Trouble trouble = trouble(key, certificate, now);
    return trouble == null
        ? new Reading.Usable(CertificateKey.of((PrivateKey) key, certificate))
        : new Reading.Useless(trouble);
  }

  private static @Nullable Pkcs12Trouble trouble(
      Key key, X509Certificate certificate, Instant now) {
    PublicKey publicKey = certificate.getPublicKey();
    if (!(key instanceof RSAPrivateKey rsa) || !(publicKey instanceof RSAPublicKey rsaPublic)) {
      return Pkcs12Trouble.NOT_RSA;
    }
    int bits = rsa.getModulus().bitLength();
    if (bits < BITS_MIN || bits > BITS_MAX) {
      return Pkcs12Trouble.KEY_LENGTH;
    }
    if (!rsa.getModulus().equals(rsaPublic.getModulus())) {
      return Pkcs12Trouble.NOT_A_PAIR;
    }
    if (certificate.getNotBefore().toInstant().isAfter(now.plus(CLOCK_SKEW))) {
      return Pkcs12Trouble.NOT_YET_VALID;
    }
    return certificate.getNotAfter().toInstant().isAfter(now) ? null : Pkcs12Trouble.EXPIRED;
  }

  @Override
  public void close() {
    Arrays.fill(content, (byte) 0);
    Arrays.fill(password, '\0');
  }

  @Override
  public String toString() {
    return "Pkcs12File[***]";
  }
}

package ai.chronom.m365.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key pair with a self-signed certificate, as an administrator brings along. */
public record OwnCertificate(PrivateKey key, X509Certificate certificate) {
  public static final int BITS = 2048;

  public static OwnCertificate rsa(Instant from, Instant until) {
    return made("RSA", BITS, from, until);
  }

  /**
   * @param algorithm RSA or EC
   */
  public static OwnCertificate made(String algorithm, int bits, Instant from, Instant until) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      KeyPair keys = generator.generateKeyPair();
      X500Name name = new X500Name("CN=Chronom test");
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              name,
              BigInteger.valueOf(from.toEpochMilli()),
              Date.from(from),
              Date.from(until),
              name,
              keys.getPublic());
      String signature = algorithm.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
      return new OwnCertificate(
          keys.getPrivate(),
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(new JcaContentSignerBuilder(signature).build(keys.getPrivate()))));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  public byte[] der() {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(der());
  }

  public String pem() {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der())
        + "\n-----END CERTIFICATE-----\n";
  }

  /** A PKCS#12 file with this key. */
  public byte[] pkcs12(String password) {
    return pkcs12Of(password, this);
  }

  /** A PKCS#12 file with all these keys. */
  public static byte[] pkcs12Of(String password, OwnCertificate... keys) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (int i = 0; i < keys.length; i++) {
        store.setKeyEntry(
            "key" + i,
            keys[i].key(),
            password.toCharArray(),
            new Certificate[] {keys[i].certificate()});
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      store.store(file, password.toCharArray());
      return file.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

package ai.chronom.m365.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom we trust in TLS: the JDK's authorities and, added to them, those of the configured file. */
record TrustedCertificates(X509TrustManager manager) {
  private static final String KEY = "chronom.http.trusted-ca-file";

  static TrustedCertificates of(Optional<Path> pemFile) {
    try {
      X509TrustManager ofTheJdk = manager(null);
      if (pemFile.isEmpty()) {
        return new TrustedCertificates(ofTheJdk);
      }
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int number = 0;
      for (X509Certificate authority : ofTheJdk.getAcceptedIssuers()) {
        all.setCertificateEntry("jdk-" + number++, authority);
      }
      for (Certificate authority : read(pemFile.get())) {
        all.setCertificateEntry("added-" + number++, authority);
      }
      return new TrustedCertificates(manager(all));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(KEY + ": the trust store cannot be built", e);
    }
  }

  SSLSocketFactory socketFactory() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS is not available", e);
    }
  }

  private static Collection<? extends Certificate> read(Path pemFile) {
    try (InputStream pem = Files.newInputStream(pemFile)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (found.isEmpty()) {
        throw new IllegalStateException(KEY + ": " + pemFile + " holds no certificate");
      }
      return found;
    } catch (IOException e) {
      throw new IllegalStateException(KEY + ": " + pemFile + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(KEY + ": " + pemFile + " is not a PEM file", e);
    }
  }

  private static X509TrustManager manager(@Nullable KeyStore authorities)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }
}

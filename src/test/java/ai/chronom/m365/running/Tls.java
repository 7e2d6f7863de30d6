package ai.chronom.m365.running;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server's key and certificate, made for one test run, and the clients' trust in it. */
record Tls(Path keyStore, Path passwordFile) {
  private static final String PASSWORD = "only-for-this-test-run";

  static SSLContext usual() {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Tls make(Path directory) throws IOException {
    Path keyStore = directory.resolve("tls.p12");
    Path passwordFile = Files.writeString(directory.resolve("tls-password.txt"), PASSWORD + "\n");
    Command.of(System.getProperty("java.home") + "/bin/keytool", "-genkeypair")
        .with("-alias", "server", "-keyalg", "EC", "-groupname", "secp256r1")
        .with("-dname", "CN=localhost", "-ext", "SAN=dns:localhost,ip:127.0.0.1")
        .with("-validity", "2", "-storetype", "PKCS12", "-keystore", keyStore.toString())
        .with("-storepass:file", passwordFile.toString())
        .run(directory.resolve("keytool.log"));
    return new Tls(keyStore, passwordFile);
  }

  SSLContext trust() {
    try (InputStream file = Files.newInputStream(keyStore)) {
      KeyStore own = KeyStore.getInstance("PKCS12");
      own.load(file, PASSWORD.toCharArray());
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("server", own.getCertificate("server"));
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package ai.chronom.m365.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** The one place on disk where the embedded run keeps things; only its owner can look inside. */
final class DataDirectory implements AutoCloseable {
  private static final String PASSWORD_SIGNS =
      "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int PASSWORD_LENGTH = 20;

  private final Path root;
  private final FileChannel lockFile;

  private DataDirectory(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /** Creates what is missing and takes the directory for this process alone. */
  static DataDirectory open(Path root) {
    try {
      Files.createDirectories(root, mode("rwx------"));
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(root.resolve("log"));
      return new DataDirectory(root, lock(root));
    } catch (IOException e) {
      throw new CannotStart(
          "The data directory " + root + " cannot be written (" + reason(e) + ").");
    }
  }

  Path root() {
    return root;
  }

  Path log() {
    return root.resolve("log");
  }

  Path sandbox() {
    return root.resolve("sandbox");
  }

  Path vaultKeys() {
    return root.resolve("vault-keys.json");
  }

  String h2Url() {
    return "jdbc:h2:file:"
        + root.resolve("chronom")
        // The server closes its pool itself; H2's own exit hook would come before that.
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE";
  }

  /** The file with the first password of {@code admin}, made up on the first start. */
  Path adminPassword() {
    Path file = root.resolve("admin-password.txt");
    try {
      Files.createFile(file, mode("rw-------"));
      Files.writeString(file, newPassword() + System.lineSeparator());
    } catch (FileAlreadyExistsException e) {
      return file;
    } catch (IOException e) {
      throw new CannotStart("The file " + file + " cannot be written (" + reason(e) + ").");
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }

  private static FileChannel lock(Path root) throws IOException {
    Path file = root.resolve("in-use.lock");
    FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), mode("rw-------"));
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new CannotStart("The data directory " + root + " is in use by another running server.");
    }
    return channel;
  }

  private static String newPassword() {
    return new SecureRandom()
        .ints(PASSWORD_LENGTH, 0, PASSWORD_SIGNS.length())
        .collect(
            StringBuilder::new,
            (password, i) -> password.append(PASSWORD_SIGNS.charAt(i)),
            StringBuilder::append)
        .toString();
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }
}

package ai.chronom.m365.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;

/**
 * The file that holds the master key set: a regular file that belongs to this process's user and
 * that nobody else may read. What cannot be shown to be so is refused.
 */
final class KeyFile {
  private static final int SIZE_MAX_BYTES = 1 << 20;
  private static final Set<PosixFilePermission> OWNER_READS_AND_WRITES =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path path;

  KeyFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  Path path() {
    return path;
  }

  boolean isAbsent() {
    return Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Throws {@link KeyUnusable}. */
  String read() {
    try {
      requireRegular();
      requireOwnerOnly();
      if (Files.size(path) > SIZE_MAX_BYTES) {
        throw refused("is larger than 1 MiB: a key set is far smaller; name the right file.");
      }
      return Files.readString(path);
    } catch (IOException | UnsupportedOperationException e) {
      throw refused(
          "cannot be read ("
              + e.getClass().getSimpleName()
              + "): a text file readable by this process's user expected.");
    }
  }

  private void requireRegular() {
    if (isAbsent()) {
      throw refused("does not exist: put the key set there, with mode 0600.");
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw refused("is a directory, a link or a device: name a regular file.");
    }
  }

  private void requireOwnerOnly() throws IOException {
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
    if (!OWNER_READS_AND_WRITES.containsAll(found)) {
      throw refused(
          "has mode "
              + PosixFilePermissions.toString(found)
              + ": only its owner may read it; run chmod 600.");
    }
    UserPrincipal owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
    UserPrincipal self = ownerOfNewFiles();
    if (!owner.equals(self)) {
      throw refused(
          "belongs to " + owner.getName() + ": it must belong to " + self.getName() + ".");
    }
  }

  /** Who this process is: names in system properties can lie, a file just made cannot. */
  private static UserPrincipal ownerOfNewFiles() throws IOException {
    Path probe = Files.createTempFile("owner", null);
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }

  /** Writes a new file with mode 0600, whole or not at all. Throws {@link KeyUnusable}. */
  void create(String keySet) {
    try {
      Path draft =
          Files.createTempFile(
              path.getParent(),
              "key",
              ".draft",
              PosixFilePermissions.asFileAttribute(OWNER_READS_AND_WRITES));
      try {
        Files.writeString(draft, keySet);
        // Unlike a move, a link never takes the place of a key file that came up meanwhile.
        Files.createLink(path, draft);
      } finally {
        Files.delete(draft);
      }
    } catch (FileAlreadyExistsException e) {
      throw refused("was created by somebody else at the same time: start again.");
    } catch (IOException | UnsupportedOperationException e) {
      throw refused("cannot be created (" + e.getClass().getSimpleName() + ").");
    }
  }

  KeyUnusable refused(String what) {
    return new KeyUnusable("The vault's key file " + path + " " + what);
  }
}

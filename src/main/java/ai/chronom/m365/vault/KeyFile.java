package ai.chronom.m365.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file with a secret of the vault, such as the master key set: a regular file that belongs to
 * this process's user and that nobody else may read. What cannot be shown to be so is refused.
 */
final class KeyFile {
  private static final int SIZE_MAX_BYTES = 1 << 20;
  private static final Set<PosixFilePermission> OWNER_READS_AND_WRITES =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final String what;
  private final Path path;

  /**
   * @param what how a sentence about it begins, such as {@code The vault's key file}
   */
  KeyFile(String what, Path path) {
    this.what = what;
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
    require();
    try {
      return Files.readString(path);
    } catch (IOException | UnsupportedOperationException e) {
      throw refused(
          "cannot be read ("
              + e.getClass().getSimpleName()
              + "): a text file readable by this process's user expected.");
    }
  }

  /** Its content is for others to read. Throws {@link KeyUnusable}. */
  void require() {
    try {
      requireRegular();
      requireOwnerOnly();
      if (Files.size(path) > SIZE_MAX_BYTES) {
        throw refused("is larger than 1 MiB, but should be far smaller: name the right file.");
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw refused(
          "cannot be looked at ("
              + e.getClass().getSimpleName()
              + "): a file that belongs to this process's user expected.");
    }
  }

  private void requireRegular() {
    if (isAbsent()) {
      throw refused("does not exist: put it there, with mode 0600.");
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
  void create(String text) {
    try {
      Path draft = draft(text, OWNER_READS_AND_WRITES);
      try {
        // Unlike a move, a link never takes the place of a key file that came up meanwhile.
        Files.createLink(path, draft);
      } finally {
        Files.delete(draft);
      }
    } catch (FileAlreadyExistsException e) {
      throw refused("exists already: it is never overwritten.");
    } catch (IOException | UnsupportedOperationException e) {
      throw refused(
          "cannot be created ("
              + e.getClass().getSimpleName()
              + "): its directory must exist and be writable for this process's user.");
    }
  }

  /** For a library that writes the content itself. Throws {@link KeyUnusable}. */
  void createEmpty() {
    create("");
  }

  /** Takes the place of the file at once, with the mode it had. Throws {@link KeyUnusable}. */
  void replace(String text) {
    require();
    try {
      Path draft = draft(text, Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
      try {
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw refused(
          "cannot be replaced ("
              + e.getClass().getSimpleName()
              + "): its directory must be writable for this process's user.");
    }
  }

  /** On the disk before it takes anything's place: a crash must not leave an empty key file. */
  private Path draft(String text, Set<PosixFilePermission> mode) throws IOException {
    Path draft =
        Files.createTempFile(
            path.getParent(),
            "key",
            ".draft",
            PosixFilePermissions.asFileAttribute(OWNER_READS_AND_WRITES));
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.setPosixFilePermissions(draft, mode);
    return draft;
  }

  KeyUnusable refused(String how) {
    return new KeyUnusable(what + " " + path + " " + how);
  }
}

package ai.chronom.m365.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where processes listen, as the Linux kernel tells in {@code /proc}. */
final class Sockets {
  private static final String LISTENING = "0A";
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  private Sockets() {}

  /** {@code address:port} of everything these processes listen on beyond the loopback. */
  static Set<String> openToOthers(Stream<ProcessHandle> processes) {
    return listening(processes).stream()
        .filter(socket -> !LOOPBACK.contains(socket.substring(0, socket.indexOf(':'))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Addresses in hexadecimal, as the kernel writes them, with the decimal port. */
  static Set<String> listening(Stream<ProcessHandle> processes) {
    Set<String> inodes =
        processes.flatMap(process -> socketInodes(process.pid())).collect(Collectors.toSet());
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .flatMap(table -> lines(Path.of(table)))
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields[3].equals(LISTENING) && inodes.contains(fields[9]))
        .map(fields -> address(fields[1]))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String address(String field) {
    int colon = field.indexOf(':');
    return field.substring(0, colon) + ":" + Integer.parseInt(field.substring(colon + 1), 16);
  }

  private static Stream<String> socketInodes(long pid) {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return descriptors
          .map(Sockets::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring("socket:[".length(), target.length() - 1))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (NoSuchFileException e) {
      return "closed meanwhile";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path table) {
    try {
      return Files.readAllLines(table).stream().skip(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

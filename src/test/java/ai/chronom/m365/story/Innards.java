package ai.chronom.m365.story;

import ai.chronom.m365.running.RunningServer;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What a server's process tells to whoever may ask its machine. */
final class Innards {
  private final RunningServer server;
  private final long pid;

  /** Of the server, not of its launcher. */
  Innards(RunningServer server) {
    this.server = server;
    this.pid =
        server
            .processes()
            .filter(process -> commandLine(process.pid()).contains("EmbeddedServer"))
            .findFirst()
            .orElseThrow()
            .pid();
  }

  /** Of each process: its arguments and its environment. */
  Map<String, String> processes() {
    Map<String, String> told = new LinkedHashMap<>();
    server
        .processes()
        .map(ProcessHandle::pid)
        .forEach(
            id -> {
              told.put("arguments of " + id, commandLine(id));
              told.put("environment of " + id, read(Path.of("/proc/" + id + "/environ")));
            });
    return told;
  }

  private static String commandLine(long id) {
    return read(Path.of("/proc/" + id + "/cmdline"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer of the JVM to one of the commands of {@code jcmd}. */
  String jvm(String... command) {
    try {
      List<String> whole = new java.util.ArrayList<>();
      whole.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
      whole.add(String.valueOf(pid));
      whole.addAll(List.of(command));
      Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(told);
      }
      return told;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** All attributes of all MBeans that can be read. */
  Map<String, String> beans() throws IOException, AttachNotSupportedException, JMException {
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
    JMXServiceURL address = new JMXServiceURL(machine.startLocalManagementAgent());
    machine.detach();
    Map<String, String> told = new LinkedHashMap<>();
    try (JMXConnector connector = JMXConnectorFactory.connect(address)) {
      MBeanServerConnection beans = connector.getMBeanServerConnection();
      for (ObjectName name : beans.queryNames(null, null)) {
        for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
          told.put(name + " " + attribute.getName(), value(beans, name, attribute.getName()));
        }
      }
    }
    return told;
  }

  /** Empty when the server cannot tell it to a stranger, such as an object of its own class. */
  private static String value(MBeanServerConnection beans, ObjectName name, String attribute) {
    try {
      return text(beans.getAttribute(name, attribute));
    } catch (JMException | IOException | RuntimeException e) {
      return "";
    }
  }

  private static String text(Object value) {
    if (value instanceof CompositeData data) {
      return data.values().stream().map(Innards::text).toList().toString();
    }
    if (value == null || !value.getClass().isArray()) {
      return String.valueOf(value);
    }
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < Array.getLength(value); i++) {
      all.append(text(Array.get(value, i))).append(' ');
    }
    return all.toString();
  }
}

package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.wire.Lines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All paths that the sandbox knows, found by walking the segments; Graph does not care about their
 * case.
 */
public final class Endpoints {
  private static final Pattern FUNCTION = Pattern.compile("([^(]+)\\((.*)\\)");
  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=('(?:[^']|'')*'|[^,]*)");

  private final Map<String, Node> roots = new HashMap<>();
  private final List<Endpoint> all;

  /** A request's path laid over an endpoint: ids in order, function parameters as written. */
  public record Match(Endpoint endpoint, List<String> ids, Map<String, String> parameters) {}

  private static final class Node {
    final Map<String, Node> named = new HashMap<>();
    @Nullable Node any;
    @Nullable Endpoint endpoint;
  }

  private Endpoints(List<Endpoint> all) {
    this.all = all;
    all.forEach(this::plant);
  }

  public static Endpoints known() {
    List<Endpoint> all = new ArrayList<>();
    List<String> roles = List.of();
    for (String line : Lines.of("paths.txt")) {
      if (line.startsWith("[")) {
        roles = List.of(line.substring(1, line.length() - 1).split(" \\| "));
      } else {
        String[] word = line.split(" ");
        Endpoint.Kind kind = Endpoint.Kind.valueOf(word[2].toUpperCase(Locale.ROOT));
        all.add(new Endpoint(word[0], word[1], kind, word[3], roles));
      }
    }
    return new Endpoints(List.copyOf(all));
  }

  public List<Endpoint> all() {
    return all;
  }

  private void plant(Endpoint endpoint) {
    Node node = roots.computeIfAbsent(endpoint.version(), version -> new Node());
    for (String segment : endpoint.template().substring(1).split("/")) {
      if (segment.equals("{}")) {
        node.any = node.any == null ? new Node() : node.any;
        node = node.any;
      } else {
        node = node.named.computeIfAbsent(segment.toLowerCase(Locale.ROOT), name -> new Node());
      }
    }
    node.endpoint = endpoint;
  }

  /** Beta has everything that v1.0 has. */
  public Optional<Match> find(String version, List<String> segments) {
    Optional<Match> match = walk(version, segments);
    return match.isEmpty() && version.equals("beta") ? walk("v1.0", segments) : match;
  }

  private Optional<Match> walk(String version, List<String> segments) {
    Node root = roots.get(version);
    return root == null
        ? Optional.empty()
        : walk(root, segments, new ArrayList<>(), new LinkedHashMap<>());
  }

  private static Optional<Match> walk(
      Node node, List<String> rest, List<String> ids, Map<String, String> parameters) {
    if (rest.isEmpty()) {
      return Optional.ofNullable(node.endpoint)
          .map(e -> new Match(e, List.copyOf(ids), parameters));
    }
    List<String> tail = rest.subList(1, rest.size());
    Node named = named(node, rest.get(0), parameters);
    if (named != null) {
      Optional<Match> match = walk(named, tail, ids, parameters);
      if (match.isPresent()) {
        return match;
      }
    }
    if (node.any == null) {
      return Optional.empty();
    }
    List<String> more = new ArrayList<>(ids);
    more.add(rest.get(0));
    return walk(node.any, tail, more, parameters);
  }

  private static @Nullable Node named(Node node, String segment, Map<String, String> parameters) {
    Node plain = node.named.get(segment.toLowerCase(Locale.ROOT));
    Matcher function = FUNCTION.matcher(segment);
    if (plain != null || !function.matches()) {
      return plain;
    }
    String name = function.group(1).toLowerCase(Locale.ROOT);
    Matcher parameter = PARAMETER.matcher(function.group(2));
    if (!parameter.find()) {
      return node.named.get(name);
    }
    Node found = node.named.get(name + "(" + parameter.group(1).toLowerCase(Locale.ROOT) + ")");
    do {
      parameters.put(parameter.group(1).toLowerCase(Locale.ROOT), parameter.group(2));
    } while (parameter.find());
    return found;
  }
}

package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.graph.GraphConnection;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** The process dies at the request after so many: before it is sent, or with the answer in hand. */
final class DyingGraph implements GraphConnection {
  private final GraphConnection graph;
  private final boolean answered;
  private int left;

  DyingGraph(GraphConnection graph, int requests, boolean answered) {
    this.graph = graph;
    this.left = requests;
    this.answered = answered;
  }

  private <T> T at(java.util.function.Supplier<T> request) {
    boolean dies = left-- == 0;
    if (dies && !answered) {
      throw new KilledAfter.Killed();
    }
    T answer = request.get();
    if (dies) {
      throw new KilledAfter.Killed();
    }
    return answer;
  }

  @Override
  public Set<String> roles() {
    return graph.roles();
  }

  @Override
  public GraphAnswer get(String path) {
    return at(() -> graph.get(path));
  }

  @Override
  public List<GraphAnswer> batch(List<String> paths) {
    return at(() -> graph.batch(paths));
  }

  @Override
  public InputStream page(String pathOrNextLink) {
    return at(() -> graph.page(pathOrNextLink));
  }

  @Override
  public InputStream report(String path) {
    return at(() -> graph.report(path));
  }

  @Override
  public int requests() {
    return graph.requests();
  }
}

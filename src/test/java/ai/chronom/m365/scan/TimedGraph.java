package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.graph.GraphConnection;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** A connection that counts the time until bytes are there. */
final class TimedGraph implements GraphConnection {
  private final GraphConnection graph;
  private long nanos;

  TimedGraph(GraphConnection graph) {
    this.graph = graph;
  }

  long nanos() {
    return nanos;
  }

  @Override
  public Set<String> roles() {
    return graph.roles();
  }

  @Override
  public GraphAnswer get(String path) {
    return graph.get(path);
  }

  @Override
  public List<GraphAnswer> batch(List<String> paths) {
    return graph.batch(paths);
  }

  @Override
  public InputStream page(String pathOrNextLink) {
    long start = System.nanoTime();
    InputStream page = graph.page(pathOrNextLink);
    nanos += System.nanoTime() - start;
    return new FilterInputStream(page) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        long begin = System.nanoTime();
        int count = in.read(target, offset, length);
        nanos += System.nanoTime() - begin;
        return count;
      }
    };
  }

  @Override
  public InputStream report(String path) {
    return graph.report(path);
  }

  @Override
  public int requests() {
    return graph.requests();
  }
}

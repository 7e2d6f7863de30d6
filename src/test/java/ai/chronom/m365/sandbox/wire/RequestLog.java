package ai.chronom.m365.sandbox.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** Every request in the order it was answered, oldest forgotten first beyond a bound. */
public final class RequestLog {
  private static final int MAX_REQUESTS = 200_000;

  private final Deque<RecordedRequest> requests = new ArrayDeque<>();

  synchronized void add(RecordedRequest request) {
    if (requests.size() == MAX_REQUESTS) {
      requests.removeFirst();
    }
    requests.add(request);
  }

  public synchronized List<RecordedRequest> all() {
    return List.copyOf(requests);
  }

  public List<RecordedRequest> on(Site site) {
    return matching(request -> request.site() == site);
  }

  public List<RecordedRequest> matching(Predicate<RecordedRequest> test) {
    return all().stream().filter(test).toList();
  }

  public synchronized void clear() {
    requests.clear();
  }
}

package ai.chronom.m365.problem;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param total of all pages
 * @param page counted from 0
 */
public record Listing<T>(List<T> items, long total, int page, int size) {
  public Listing {
    items = List.copyOf(items);
  }

  public Listing(List<T> items, long total, PageRequest request) {
    this(items, total, request.page(), request.size());
  }

  /** The page of a list that lies in memory as a whole. */
  public static <T> Listing<T> of(List<T> all, PageRequest request) {
    List<T> items = all.stream().skip(request.offset()).limit(request.size()).toList();
    return new Listing<>(items, all.size(), request);
  }
}

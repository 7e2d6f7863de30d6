package ai.chronom.m365.problem.web;

import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The rows of a table, read page by page by whoever owns them. Filters are the address's. */
public class Rows<T> extends LazyDataModel<T> {
  private static final long serialVersionUID = 1;

  private final transient Source<T> source;
  private transient @Nullable Listing<T> read;
  private transient @Nullable Wanted wanted;

  public Rows(Source<T> source) {
    this.source = source;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return (int) Math.min(Integer.MAX_VALUE, read(new Wanted(0, 1, null)).total());
  }

  @Override
  public List<T> load(
      int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
    Order order =
        sorts.values().stream()
            .filter(SortMeta::isActive)
            .findFirst()
            .map(sort -> new Order(sort.getField(), sort.getOrder().isDescending()))
            .orElse(null);
    return read(new Wanted(first / Math.max(1, size), Math.max(1, size), order)).items();
  }

  /** A request may ask several times for the same page. */
  private Listing<T> read(Wanted now) {
    if (read == null || !now.equals(wanted)) {
      read = source.read(new PageRequest(now.page(), now.size()), now.order());
      wanted = now;
    }
    return read;
  }

  /** Whoever owns the rows. */
  @FunctionalInterface
  public interface Source<T> {
    /**
     * @param order null for the natural one
     */
    Listing<T> read(PageRequest page, @Nullable Order order);
  }

  /** By which column. */
  public record Order(String column, boolean descending) {}

  private record Wanted(int page, int size, @Nullable Order order) {}
}

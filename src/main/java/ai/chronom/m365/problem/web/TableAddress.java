package ai.chronom.m365.problem.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/**
 * The address of a page with a table: filters, order, columns, density and the row behind which it
 * goes on. All of the table's state is in it, so it can be sent to a colleague.
 *
 * @param path of the page, context path included
 * @param shape what the table can do
 * @param filters those that are set
 * @param sort a column, with a minus before it when descending; empty for the natural order
 * @param columns those that are shown, when they are not the usual ones; empty otherwise
 * @param after key of the row behind which the table goes on; empty at the beginning
 * @param before key of the row before which it ends; empty otherwise
 */
public record TableAddress(
    String path,
    Shape shape,
    Map<String, String> filters,
    String sort,
    List<String> columns,
    boolean compact,
    String after,
    String before) {
  private static final String SORT = "sort";
  private static final String COLUMN = "column";
  private static final String DENSITY = "density";
  private static final String COMPACT = "compact";
  private static final String AFTER = "after";
  private static final String BEFORE = "before";

  public TableAddress {
    filters = Map.copyOf(filters);
    columns = List.copyOf(columns);
  }

  /**
   * What a table can do.
   *
   * @param filters names of its filters, in their order
   * @param sorts names of the columns that it can be sorted by
   * @param columns all that may be left out or added
   * @param usual those that are shown when nobody chose
   */
  public record Shape(
      List<String> filters, List<String> sorts, List<String> columns, List<String> usual) {
    public Shape {
      filters = List.copyOf(filters);
      sorts = List.copyOf(sorts);
      columns = List.copyOf(columns);
      usual = List.copyOf(usual);
    }
  }

  /**
   * As asked for now.
   *
   * @param path without the context path
   */
  public static TableAddress ofRequest(String path, Shape shape) {
    Map<String, String> filters = new LinkedHashMap<>();
    for (String name : shape.filters()) {
      String value = parameter(name);
      if (!value.isEmpty()) {
        filters.put(name, value);
      }
    }
    String sort = parameter(SORT);
    String[] chosen = Faces.getRequestParameterValues(COLUMN);
    return new TableAddress(
        Faces.getRequestContextPath() + path,
        shape,
        filters,
        shape.sorts().contains(bare(sort)) ? sort : "",
        chosen == null
            ? List.of()
            : Arrays.stream(chosen).filter(shape.columns()::contains).distinct().toList(),
        parameter(DENSITY).equals(COMPACT),
        parameter(AFTER),
        parameter(BEFORE));
  }

  private static String parameter(String name) {
    return Optional.ofNullable(Faces.getRequestParameter(name)).map(String::strip).orElse("");
  }

  private static String bare(String sort) {
    return sort.startsWith("-") ? sort.substring(1) : sort;
  }

  /** Empty when that filter is not set. */
  public String value(String name) {
    return filters.getOrDefault(name, "");
  }

  public boolean filtered() {
    return !filters.isEmpty();
  }

  public boolean shows(String column) {
    return (columns.isEmpty() ? shape.usual() : columns).contains(column);
  }

  /** Name of the column that it is sorted by; empty for the natural order. */
  public String sortedBy() {
    return bare(sort);
  }

  public boolean descending() {
    return sort.startsWith("-");
  }

  /** For assistive technology; null when it is not sorted by that column. */
  public @Nullable String ariaSort(String column) {
    return sortedBy().equals(column) ? (descending() ? "descending" : "ascending") : null;
  }

  /** Where a click on the column's head leads: sorted by it, or the other way round. */
  public String sorted(String column) {
    boolean turn = sortedBy().equals(column) && !descending();
    return of(filters, turn ? "-" + column : column, "", "");
  }

  /** The rows behind that one. */
  public String next(String key) {
    return of(filters, sort, key, "");
  }

  /** The rows before that one. */
  public String previous(String key) {
    return of(filters, sort, "", key);
  }

  /** The same from the first row on. */
  public String first() {
    return of(filters, sort, "", "");
  }

  /** The same table without filters. */
  public String clear() {
    return of(Map.of(), sort, "", "");
  }

  /** The same without that filter. */
  public String without(String name) {
    Map<String, String> rest = new LinkedHashMap<>(filters);
    rest.remove(name);
    return of(rest, sort, "", "");
  }

  /** The same with that filter. */
  public String with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(filters);
    more.put(name, value);
    return of(more, sort, "", "");
  }

  /** The same with rows set wide apart, or close. */
  public String otherDensity() {
    return new TableAddress(path, shape, filters, sort, columns, !compact, after, before).here();
  }

  /** The same rows. */
  public String here() {
    return of(filters, sort, after, before);
  }

  /** The same rows with one thing more in the address. */
  public String here(String name, String value) {
    String address = here();
    return address + (address.contains("?") ? "&" : "?") + name + "=" + encoded(value);
  }

  /** The filters as the end of an address; empty when none is set. */
  public String suffix() {
    return asked(pairs(filters));
  }

  /** What a form has to send along besides its own fields. */
  public List<Pair> others(boolean withFilters, boolean withColumns) {
    List<Pair> all = new ArrayList<>();
    if (withFilters) {
      all.addAll(pairs(filters));
    }
    if (!sort.isEmpty()) {
      all.add(new Pair(SORT, sort));
    }
    if (withColumns) {
      columns.forEach(column -> all.add(new Pair(COLUMN, column)));
    }
    if (compact) {
      all.add(new Pair(DENSITY, COMPACT));
    }
    return all;
  }

  private String of(Map<String, String> some, String order, String behind, String ahead) {
    List<Pair> all = new ArrayList<>(pairs(some));
    add(all, SORT, order);
    columns.forEach(column -> add(all, COLUMN, column));
    add(all, DENSITY, compact ? COMPACT : "");
    add(all, AFTER, behind);
    add(all, BEFORE, ahead);
    return path + asked(all);
  }

  private List<Pair> pairs(Map<String, String> some) {
    return shape.filters().stream()
        .filter(some::containsKey)
        .map(name -> new Pair(name, some.getOrDefault(name, "")))
        .toList();
  }

  private static void add(List<Pair> all, String name, String value) {
    if (!value.isEmpty()) {
      all.add(new Pair(name, value));
    }
  }

  private static String asked(List<Pair> pairs) {
    return pairs.isEmpty()
        ? ""
        : pairs.stream()
            .map(pair -> pair.name() + "=" + encoded(pair.value()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** One parameter. */
  public record Pair(String name, String value) {}
}

package ai.chronom.m365.sandbox.graph;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The objects of a collection, each made when it is asked for. */
interface Rows {
  /** A value that leaves its property out of the answer, where Graph is known to do so. */
  Object ABSENT = new Object();

  int size();

  /**
   * @param wanted property names to make; empty for all that come without $select
   */
  Map<String, Object> row(int index, Set<String> wanted);

  /** False leaves the object out before anything of it is made; for parts of a large collection. */
  default boolean includes(int index) {
    return true;
  }

  static Rows of(List<Map<String, Object>> rows) {
    return new Rows() {
      @Override
      public int size() {
        return rows.size();
      }

      @Override
      public Map<String, Object> row(int index, Set<String> wanted) {
        return rows.get(index);
      }
    };
  }
}

package ai.chronom.m365.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows, written from top to bottom. Cells are texts, numbers and days; null is empty.
 * Texts come from the tenant and never become formulas.
 */
interface SheetOut {
  void header(List<String> names);

  void row(List<? extends @Nullable Object> cells);

  /**
   * Sends the rest; the stream stays open, it belongs to the caller. Without it the file is cut off
   * and shows it.
   */
  void end();
}

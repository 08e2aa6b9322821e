package dev.rollup.write.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.junit.jupiter.api.Test;

class PagePlanTest {

  private static final List<Integer> SECTIONS = List.of(5, 3, 12, 3, 6, 4, 2);

  private static PagePlan plan(List<Integer> parts, double height) {
    return PagePlan.of(new PagePlan.Columns(47, 22, 4, parts, 8), 100, height);
  }

  @Test
  void what_fits_is_one_page_of_the_small_paper() {
    PagePlan plan = plan(List.of(2, 3), 300);
    assertThat(plan.pages()).isEqualTo(1);
    assertThat(plan.scale()).isEqualTo(90);
    assertThat(plan.paper()).isEqualTo(PrintSetup.A4_PAPERSIZE);
    assertThat(plan.breaks()).isEmpty();
  }

  @Test
  void pages_end_between_parts() {
    assertThat(plan(SECTIONS, 400).breaks()).isSubsetOf(8, 11, 23, 26, 32, 36).isNotEmpty();
  }

  @Test
  void what_would_take_many_small_pages_takes_few_large_ones() {
    PagePlan plan = plan(SECTIONS, 1500);
    assertThat(plan.paper()).isEqualTo(PrintSetup.A3_PAPERSIZE);
    assertThat(plan.pages()).isLessThanOrEqualTo(4);
  }

  @Test
  void a_part_wider_than_a_page_is_cut() {
    PagePlan plan = plan(List.of(100), 2000);
    assertThat(plan.breaks()).isNotEmpty();
  }

  @Test
  void a_long_table_stays_readable() {
    assertThat(plan(List.of(2), 100_000).scale()).isBetween(68, 90);
  }
}

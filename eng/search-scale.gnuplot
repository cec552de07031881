# The growth of the search index: gnuplot -c eng/search-scale.gnuplot search-scale.tsv docs/images/search-growth.png
set terminal pngcairo size 1100,520 font "Noto Sans,12" background "#fbfaf6"
set output ARG2
set datafile separator "\t"
set logscale xy 10
set format x "10^{%L}"
set grid linecolor rgb "#dddddd"
set border 3 linecolor rgb "#555555"
set tics nomirror
set key top left
set xlabel "documents"
set xrange [800:1300000]
set multiplot layout 1,2
set title "One search"
set ylabel "milliseconds"
set yrange [1:1000]
set format y "%g"
plot ARG1 using 1:5 skip 1 with linespoints linewidth 2 pointtype 7 linecolor rgb "#1b5e73" title "median", \
     ARG1 using 1:6 skip 1 with linespoints linewidth 2 pointtype 5 linecolor rgb "#c2571a" title "99th percentile"
set title "Building and keeping"
unset ylabel
set yrange [0.5:20000]
plot ARG1 using 1:2 skip 1 with linespoints linewidth 2 pointtype 7 linecolor rgb "#1b5e73" title "build, seconds", \
     ARG1 using 1:3 skip 1 with linespoints linewidth 2 pointtype 5 linecolor rgb "#c2571a" title "on disk, MB", \
     ARG1 using 1:4 skip 1 with linespoints linewidth 2 pointtype 9 linecolor rgb "#5a7d2a" title "working set, MB"
unset multiplot

// Special functions in double precision that the C library lacks.
#ifndef WICK_SPECIAL_H
#define WICK_SPECIAL_H
double sp_erfinv(double x);
double sp_lgamma(double x);
double sp_digamma(double x);
double sp_zeta(double s, double q);
double sp_polygamma(int order, double x);
double sp_i0(double x);
double sp_i0e(double x);
double sp_i1(double x);
double sp_i1e(double x);
double sp_ndtri(double p);
double sp_erfcx(double x);
double sp_log_ndtr(double x);
double sp_logit(double x, double eps);
double sp_k0(double x);
double sp_k0e(double x);
double sp_k1(double x);
double sp_k1e(double x);
double sp_y0(double x);
double sp_y1(double x);
double sp_spherical_j0(double x);
double sp_airy_ai(double x);
double sp_igamma(double a, double x);
double sp_igammac(double a, double x);
#endif
